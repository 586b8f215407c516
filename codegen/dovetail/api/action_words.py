"""Words that a path ends in where it names something to do rather than something that is there."""

ACTIONS = frozenset(
    "abort accept acknowledge activate add adjust advance allocate amend analyze annotate append apply approve "
    "archive assign attach authenticate authorize backup ban block bulk calculate call cancel capture change check "
    "classify clear clone close collect commit compact complete compose compute configure confirm connect consume "
    "convert copy count create crop deactivate decline decode decrypt defer delegate delete deliver demote deny "
    "deploy deposit deprovision derive destroy detach detect diagnose disable discard disconnect discover dismiss "
    "dispatch distribute download drain drop duplicate edit embed enable encode encrypt enqueue enroll escalate "
    "estimate evaluate evict exclude execute expand expire export extend extract fail fetch finalize find finish "
    "flush follow force fork freeze fulfill fund generate get grant hangup hide identify ignore impersonate import "
    "include increment inject inspect install interrupt introspect invalidate invite invoke join kick kill launch "
    "leave link list lock login logout lookup mark match mention merge migrate moderate modify move mute normalize "
    "notify obtain onboard optimize override parse patch pause pay pin ping post predict present preview print "
    "process promote propose provision prune publish pull purge push query rate react reactivate reassign reauthorize "
    "reboot rebuild recalculate recall recognize recommend reconcile reconnect recover recycle redact redeem "
    "redeliver refer reformat refresh refund regenerate register reindex reinstate reject release reload relocate "
    "remix remove rename render renew reopen reorder replace reply request requeue rerank rerequest rerun reschedule "
    "resend reserve reset resize resolve restart restore resume resync retrain retrieve retry return reverse revert "
    "revoke rewind rollback rotate run save scale scan schedule score scroll search send set settle share ship "
    "shutdown sign signin signout signup simulate skip snapshot snooze spawn split stage star start stop submit "
    "subscribe succeed suggest summarize suspend swap switch sync synchronize tag terminate test toggle tokenize "
    "track train transcribe transfer transform translate trigger truncate unarchive unassign unban unblock undelete "
    "undo unfollow unfreeze uninstall unlink unlock unmute unpin unpublish unregister unshare unstack unstar "
    "unsubscribe unsuspend untag unwatch update upgrade upload upsert validate verify void vote wipe withdraw".split()
)
"""Verbs, of which some are nouns too; what is POSTed to a path that ends in one is called so."""

QUESTIONS = frozenset(
    "calculate check compare count download estimate export find lookup ping preview query search validate "
    "verify".split()
)
"""Those that a GET asks."""

NOUNS_TOO = frozenset(
    "archive backup block bulk call check copy count download email estimate export follow fork grant import invite "
    "join launch link list lock login lookup mark match mention merge patch pin ping post preview print process pull "
    "purge push query release render reply report request reset restart resume retry return review rotate run save "
    "scale scan schedule score search share sign snapshot split stage star start stop store suggest swap switch sync "
    "tag test toggle track transfer transform trigger update upgrade upload vote withdraw".split()
)
"""Those that may say what kind of thing comes after them: `check_runs` and `login_links` are things."""
