namespace Recoup.Catalogs.Effects;

/// <summary>
/// The words that effects are inferred from. A verb is in <see cref="Reading"/> only if it cannot change anything at a service.
/// <c>VERIFY</c>, <c>RENDER</c>, <c>EXPORT</c>, <c>PING</c> and <c>SHOW</c> are missing because they can. A missing word has no effect.
/// </summary>
internal static class EffectVerbTable
{
    /// <summary>Verbs that only read, where they lead.</summary>
    private const string Reading =
        """
        BROWSE CHECK COMPARE COUNT DESCRIBE DIFF DOWNLOAD ENUMERATE EXISTS EXPLAIN FETCH FIND GET HAS INSPECT IS LIST LOOK LOOKUP PEEK
        PREVIEW READ RETRIEVE SEARCH SUMMARIZE VIEW WHOAMI
        """;

    /// <summary>Verbs after which something is gone, wherever they are in a slug.</summary>
    private const string Destroying =
        """
        ABORT CANCEL CLEAN CLEANUP CLEAR DECLINE DELETE DENY DEPROVISION DEREGISTER DESTROY DETACH DISCARD DISCONNECT DISSOLVE DROP
        ERASE EVICT EXPEL EXPIRE EXPUNGE FLUSH FORGET INVALIDATE KICK KILL NUKE OBLITERATE OVERWRITE PRUNE PURGE REDACT REJECT REMOVE
        RESET RETRACT REVOKE RID SHRED TERMINATE TRUNCATE UNINSTALL UNLINK UNREGISTER UNSET VOID WIPE WITHDRAW
        """;

    /// <summary>The same for words that are also nouns or adjectives.</summary>
    private const string DestroyingOrNaming = "CUT DUMP EMPTY TRASH";

    /// <summary>Verbs that create or change something, wherever they are in a slug.</summary>
    private const string Writing =
        """
        ACCEPT ACKNOWLEDGE ACQUIRE ACTIVATE ADD ADJUST ADMIT ADOPT ADVANCE ALIGN ALLOCATE ALLOW ALLOWLIST AMEND ANNOUNCE APPEND APPLY
        APPOINT APPROVE ARCHIVE ARRANGE ASSIGN ASSOCIATE ATTACH AUTHENTICATE AUTHORIZE AUTOMATE AWARD BAN BEGIN BIND BLACKLIST BLOCKLIST
        BOOST BUY CALIBRATE CAPTURE CLICK CLONE CLOSE COLLECT COMBINE COMPLETE COMPOSE CONFIGURE CONFIRM CONNECT CONSUME CONVERT COPY
        CREATE CROP CROSSPOST CUSTOMIZE DECREASE DECREMENT DEDUPE DEDUPLICATE DEFER DEFINE DELEGATE DELIVER DEMOTE DEPLOY DEPRECATE
        DEQUEUE DISABLE DISMISS DISPATCH DISTRIBUTE DONATE DOWNGRADE DOWNVOTE DRAG EARN EDIT EMIT ENABLE ENFORCE ENQUEUE ENRICH ENROLL
        ENSURE ENTER ESCALATE EXCLUDE EXPAND EXTEND FAIL FINALIZE FINISH FIRE FLIP FOLLOW FORK FORWARD FREEZE FULFILL FUND GENERATE GIVE
        GRANT HIDE HIRE IGNORE IMPERSONATE IMPORT INCLUDE INCREASE INCREMENT INGEST INIT INITIALIZE INITIATE INJECT INSERT INSTALL
        INTERRUPT INVITE ISOLATE JOIN KEEP LAUNCH LIKE LOCK LOGOUT MAKE MARK MASK MERGE MIGRATE MINT MIRROR MODERATE MODIFY MOVE MUTE
        NAVIGATE NEGOTIATE NORMALIZE NOTIFY OFFBOARD ONBOARD OPTIMIZE ORGANIZE OVERRIDE PAIR PATCH PAUSE PAY PERSIST POP POPULATE
        PREPARE PREPEND PRESS PRINT PRIORITIZE PROMOTE PROPOSE PROTECT PROVISION PUBLISH PURCHASE PUSH PUT QUARANTINE RAISE REACT REBASE
        REBOOT RECONCILE RECOVER REDEEM REDIRECT REFRESH REGISTER REINSTATE RELAY RELOCATE REMIND RENAME RENEW REPAIR REPLACE REPLICATE
        REPRIORITIZE RESERVE RESIZE RESOLVE RESPOND RESTART RESTORE RESUME RETIRE RETRY REVERSE REVERT ROLLBACK ROTATE RSVP SAVE
        SEED SELL SEND SET SETTLE SHARE SIGNUP SKIP SNOOZE SPAWN SPEND SPLIT STAKE STAR STOP SUBMIT SUBSCRIBE SUMMON SUPPRESS SUSPEND
        SWAP TAKE TEACH THROTTLE TOGGLE TOPUP TOUCH TRANSFORM TRIM TUNE UNDELETE UNDO UNLOCK UNMASK UNPACK UNTRASH UPDATE UPGRADE UPLOAD
        UPSERT UPVOTE VACUUM WAKE WARM WATCH WHITELIST YANK
        """;

    /// <summary>The same for words that are also nouns or adjectives.</summary>
    private const string WritingOrNaming =
        """
        ALERT ANSWER BACKUP BID BILL BLOCK BOOK BOOKMARK BRANCH BROADCAST BUILD BUNDLE CALL CAPTION CHANGE CHARGE CHAT CLAIM
        COMMENT COMMIT CONTACT CREDIT DEBIT DEPOSIT DISCUSS DISPUTE DM DRAFT DUPLICATE EMAIL END EXCHANGE FAVORITE FAVOURITE FAX
        FEED FILE FILL FILTER FIX FLAG FOCUS FORCE FORMAT GIFT GROUP HOLD HOST INDEX INVOICE ISSUE LABEL LEASE LEAVE LEND LINK LOAD
        LOG LOGIN MAIL MAP MENTION MESSAGE NOTE OFFER OPEN ORDER PAGE PARK PERMIT PIN PLACE PLAN PLAY POLL POST PRICE QUEUE QUOTE RANK
        RATE RECORD REFERENCE REFUND RELEASE RENT REPLY REPORT REQUEST RETURN REVIEW ROUTE SCALE SCHEDULE SCORE SCRIPT SETUP SHIFT SHIP SIGN
        SMS SNAPSHOT SORT START STREAM SUBTITLE SWITCH TAG TEST TEXT TIP TRACK TRADE TRAIN TRANSFER
        TRANSITION TRIGGER TWEET VOTE WIRE ZIP
        """;

    /// <summary>Verbs that run something that may have any effect.</summary>
    private const string Running =
        "CONTROL DO EVAL EVALUATE EXEC EXECUTE HANDLE INVOKE MANAGE MUTATE OPERATE PERFORM PROCESS SYNC SYNCHRONIZE WRITE";

    /// <summary>The same for words that are also nouns.</summary>
    private const string RunningOrNaming = "QUERY RUN SQL";

    /// <summary>Prefixes that make another verb of writing or destroying.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = ["AUTO", "BATCH", "BULK", "DE", "DIS", "FORCE", "MASS", "MULTI", "RE", "UN"];

    /// <summary>Words before a verb that do not change what it does.</summary>
    public static IReadOnlyCollection<string> Modifiers { get; } = Set("ADVANCED API BATCH BULK GLOBAL MASS MULTI QUICK V");

    /// <summary>Words after which another verb may follow.</summary>
    public static IReadOnlyCollection<string> Conjunctions { get; } = Set("ALSO AND ELSE OR PLUS THEN");

    /// <summary>Things whose names contain a verb.</summary>
    public static IReadOnlyCollection<string> Things { get; } = Set(
        """
        CHECK_RUN CHECK_RUNS CHECK_SUITE CHECK_SUITES DEPLOY_KEY DEPLOY_KEYS MERGE_REQUEST MERGE_REQUESTS PAGE_TOKEN PULL_REQUEST
        PULL_REQUESTS
        """);

    /// <summary>Words beside which a reading verb may change something: a check-out, a read receipt, a token that is issued.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Doubts { get; } =
        new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal)
        {
            ["CHECK"] = Set("ALL BOX CHECKBOX CHECKLIST IN INTO ITEM ITEMS OFF OUT TASK TASKS TODO TODOS"),
            ["FETCH"] = Set("JWT OTP TOKEN"),
            ["GET"] = Set("JWT OTP TOKEN"),
            ["LIST"] = Set("MARKET MARKETPLACE SALE"),
            ["LOOK"] = Set("AFTER OUT"),
            ["READ"] = Set("""
                ALL CHAT CHATS CONVERSATION CONVERSATIONS EMAIL EMAILS INBOX MAIL MAILS MESSAGE MESSAGES NOTIFICATION NOTIFICATIONS RECEIPT
                RECEIPTS THREAD THREADS
                """),
            ["RETRIEVE"] = Set("JWT OTP TOKEN"),
        };

    /// <summary>Things of which there are several without a final S.</summary>
    public static IReadOnlyCollection<string> Plurals { get; } =
        Set("ACTIVITY CHILDREN CONTENT DATA FEEDBACK HISTORY INFORMATION MEDIA METADATA PEOPLE STAFF");

    /// <summary>All verbs.</summary>
    public static IReadOnlyDictionary<string, EffectVerb> Verbs { get; } =
        new (string Words, ActionEffect Effect, bool IsAlsoNoun)[]
        {
            (Reading, ActionEffect.Read, true),
            (Destroying, ActionEffect.Destroy, false),
            (DestroyingOrNaming, ActionEffect.Destroy, true),
            (Writing, ActionEffect.Write, false),
            (WritingOrNaming, ActionEffect.Write, true),
            (Running, ActionEffect.Unknown, false),
            (RunningOrNaming, ActionEffect.Unknown, true),
        }
        .SelectMany(row => Set(row.Words).Select(word => (Word: word, Verb: new EffectVerb(row.Effect, row.IsAlsoNoun))))
        .ToDictionary(row => row.Word, row => row.Verb, StringComparer.Ordinal);

    private static HashSet<string> Set(string words) =>
        new(words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
