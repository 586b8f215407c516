"""Words that a path ends in where it names something to do rather than something that is there."""

ACTIONS = frozenset(
    "accept acknowledge activate add adjust allocate analyze apply approve archive assign attach authorize backup "
    "ban block bulk calculate call cancel capture check clear clone close complete compute confirm connect "
    "convert copy count create deactivate decline decode decrypt delete deliver demote deny deploy destroy detach "
    "disable disconnect discard dismiss dispatch download drain drop duplicate embed enable encode encrypt "
    "enqueue estimate evaluate execute expire export extend finalize find finish flush follow fork generate get "
    "grant hide import increment inject install invalidate invite join kick launch leave link list lock login "
    "logout lookup mark match merge migrate moderate move mute normalize notify optimize parse patch pause pin "
    "ping post predict preview print process promote prune publish pull purge push query rate react reactivate "
    "rebuild recalculate recognize recover refresh regenerate register reject release reload remove rename render "
    "renew reopen reorder replace reply request rerun resend reserve reset resolve restart restore resume retry "
    "return reverse revert revoke rollback rotate run save scale scan schedule score search send set share sign "
    "simulate skip snooze split star start stop submit subscribe suggest suspend swap switch sync synchronize tag "
    "terminate test toggle track transfer transform translate trigger truncate unarchive unassign unban unblock "
    "undelete undo unfollow unlink unlock unmute unpin unpublish unshare unsubscribe unsuspend update upgrade "
    "upload upsert validate verify void vote withdraw".split()
)
"""Verbs, of which some are nouns too; what is POSTed to a path that ends in one is called so."""

QUESTIONS = frozenset(
    "calculate check compare count download estimate export find lookup ping preview query search validate "
    "verify".split()
)
"""Those that a GET asks."""
