"""Words that a path ends in where it names something to do rather than something that is there."""

ACTIONS = frozenset(
    "accept acknowledge activate add adjust allocate analyze apply approve archive assign attach authorize backup "
    "ban block bulk calculate call cancel capture check clear clone close commit compact complete compute confirm "
    "connect convert copy count create deactivate decline decode decrypt delete deliver demote deny deploy "
    "deposit destroy detach disable discard disconnect dismiss dispatch download drain drop duplicate embed "
    "enable encode encrypt enqueue escalate estimate evaluate evict execute expire export extend fail finalize "
    "find finish flush follow force fork generate get grant hangup hide ignore impersonate import increment "
    "inject install invalidate invite join kick launch leave link list lock login logout lookup mark match "
    "mention merge migrate moderate move mute normalize notify optimize parse patch pause pay pin ping post "
    "predict preview print process promote prune publish pull purge push query rate react reactivate reassign "
    "reauthorize rebuild recalculate recognize reconcile recover redact redeliver refresh refund regenerate "
    "register reject release reload remove rename render renew reopen reorder replace reply request requeue "
    "rerequest rerun resend reserve reset resolve restart restore resume retry return reverse revert revoke "
    "rollback rotate run save scale scan schedule score search send set settle share sign simulate skip snapshot "
    "snooze split stage star start stop submit subscribe succeed suggest suspend swap switch sync synchronize tag "
    "terminate test toggle track transfer transform translate trigger truncate unarchive unassign unban unblock "
    "undelete undo unfollow unlink unlock unmute unpin unpublish unshare unstar unsubscribe unsuspend update "
    "upgrade upload upsert validate verify void vote withdraw".split()
)
"""Verbs, of which some are nouns too; what is POSTed to a path that ends in one is called so."""

QUESTIONS = frozenset(
    "calculate check compare count download estimate export find lookup ping preview query search validate "
    "verify".split()
)
"""Those that a GET asks."""
