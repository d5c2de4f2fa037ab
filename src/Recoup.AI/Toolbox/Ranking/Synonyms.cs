namespace Recoup.AI.Toolbox.Ranking;

/// <summary>
/// Words that people use in place of those of a catalog. A row is a group of words and phrases, each of which may stand for the others.
/// </summary>
internal static class Synonyms
{
    private const float NearWeight = 0.75f;

    // "Show me my PR" is rarely about the account of the caller.
    private const float WeakWeight = 0.3f;

    private static readonly string[] Weak = ["authenticated user, me, my, mine, myself"];

    /// <summary>The same thing, spelled differently.</summary>
    private static readonly string[] Same =
    [
        "pr, pull request, merge request",
        "repo, repository",
        "org, organization, organisation",
        "ci run, workflow run, pipeline run, build run",
        "env, environment",
        "env var, environment variable",
        "dev, development",
        "app, application",
        "auth, authentication",
        "admin, administrator, administer",
        "config, configuration",
        "doc, document",
        "dir, directory, folder",
        "pic, picture, photo, image",
        "msg, message",
        "info, information",
        "email, e mail, mail",
        "sbom, bill of materials",
        "readme, read me",
        "webhook, hook",
        "shared drive, team drive",
        "coursework, course work, homework",
        "day, daily",
        "week, weekly",
        "month, monthly",
        "year, yearly",
        "ruleset, rule set",
        "authenticated user, current user, logged in",
    ];

    /// <summary>What to do, if it changes something.</summary>
    private static readonly string[] Changes =
    [
        "create, add, new, make, open, start, write, leave, set up, spin up, insert, publish, save, compose, build, raise, file",
        "add, put, attach, append, include, assign, give, grant, invite, join, enroll, set",
        "delete, remove, erase, wipe, drop, clear, purge, clean, discard, destroy, dissolve, throw away, get rid, pull back, take back",
        "remove, take off, take out, take away, kick, kick out, throw out, detach, unassign, strip, expel, evict, fire",
        "revoke, withdraw, take away, remove, delete",
        "empty, clear, clean",
        "cancel, abort, stop, kill, halt",
        "update, edit, change, modify, rename, reword, recolor, reorganize, alter, adjust, patch, fix, correct, turn, make, set",
        "set, store, save, configure, define, control",
        "replace, overwrite, swap, set",
        "upload, put, send, import, attach",
        "send, post, deliver",
        "generate, produce, automatic, write",
        "run, execute, trigger, kick off, launch, dispatch, start, fire",
        "rerun, re run, retry, restart, repeat, redeliver, resend, rerequest",
        "disable, take offline, turn off, switch off, deactivate, pause",
        "suspend, freeze, deactivate, lock",
        "enable, turn on, switch on, activate",
        "start, turn on, boot, resume",
        "stop, shut down, turn off, switch off",
        "restore, recover, undelete, untrash, bring back, undo",
        "approve, accept, confirm, sign off, permit, let, approval, go ahead",
        "decline, reject, refuse, turn down, deny",
        "dismiss, invalidate, reject, ignore",
        "submit, send, finish",
        "report, tell, disclose",
        "review, look over, inspect, examine",
        "request, ask",
        "merge, land, integrate, combine",
        "move, drag, transfer, reorder, file",
        "transfer, hand over, give away",
        "copy, duplicate, fork, clone",
        "mute, unsubscribe, stop pinging, stop notifying",
        "unfollow, stop following",
        "subscribe, subscription",
        "watch, watcher",
        "follow, follower",
        "subscribe, watch, follow, monitor, track, keep an eye, notify, ping, listen",
        "sync, synchronize, catch up, up to date, refresh",
        "share, sharing, permission, access, grant",
        "reply, respond, answer, comment",
        "resolve, resolved, close, status",
        "close, state, update",
        "allow, permit, only, let",
        "require, enforce, protection, demand",
        "convert, turn, transform, render",
        "hide, visibility, conceal",
        "unblock, unlock, lift",
        "block, ban, blacklist, forbid, prohibit",
        "star, stargazer, bookmark, favorite, liked",
        "schedule, plan, book",
        "reset, renew, regenerate, rotate",
        "open, reopen, state",
    ];

    /// <summary>What to do, if it changes nothing; and what it is done to.</summary>
    private static readonly string[] Others =
    [
        "list, show, all, which, find, view, see, everybody, everyone",
        "get, fetch, read, retrieve, look up, show, view, see, check, load",
        "check, verify, test, validate",
        "search, find, look for, grep, query, locate",
        "download, get, grab, export, fetch, save",
        "compare, diff, difference, changed between",
        "issue, ticket, bug, bug report, defect",
        "task, todo, reminder",
        "comment, note, remark, feedback",
        "inline comment, review comment",
        "review comment, diff comment, line diff",
        "review, approve, approval, reviewer, request changes",
        "label, tag, category",
        "assign, assignee, in charge, responsible, plate",
        "reaction, emoji, thumbs up, like, heart",
        "event, history, timeline, activity, active, happened",
        "event, meeting, appointment",
        "attendee, participant, guest",
        "revision, version, history, earlier, previous, older",
        "release, version, publish, ship",
        "changelog, release note",
        "latest, newest, recent, last",
        "asset, attachment, attached, binary",
        "workflow, ci, pipeline, build, github actions, automation",
        "job, step, build",
        "check, ci, status",
        "status, state, green, red, passing, failed",
        "deployment, deploy, rollout, roll out",
        "environment, stage, staging, production, prod",
        "artifact, build output, build result, output",
        "log, console output",
        "runner, build machine, build agent, build server",
        "usage, billable, billing, consumption, minute",
        "variable, env var, setting",
        "secret, api key, password, credential",
        "token, personal access token, pat, access token",
        "gist, snippet, paste",
        "reference, branch, tag",
        "commit, change, changeset, push",
        "content, file, path, source",
        "archive, zip, tar, tarball",
        "file, document, spreadsheet, presentation, picture, pdf, video",
        "shortcut, link",
        "metadata, property, detail, size, owner, large",
        "trash, bin, recycle bin",
        "permission, access, right, role, viewer, editor, privilege, see",
        "collaborator, access, push access, push right, write access",
        "member, membership, employee, people, staff, who works, colleague",
        "who, user, member, people, collaborator, list",
        "follower, fan",
        "profile, user",
        "user, person, people, somebody, someone, developer, colleague, employee, account, username",
        "contributor, committed, contributed",
        "outside collaborator, contractor, external, freelancer",
        "team, group",
        "group, mailing list",
        "child, sub, nested",
        "invitation, invite",
        "pending, waiting, waits",
        "organization, company, employer",
        "notification, inbox, unread",
        "advisory, cve, vulnerability",
        "vulnerability, security hole, security problem, security bug",
        "alert, problem, finding, warning",
        "scanning, scan, scanner",
        "codespace, dev box, cloud ide, development environment",
        "machine, hardware, vm",
        "package, image, docker, container, library",
        "project, board, kanban",
        "repository, project, codebase, source code",
        "template, boilerplate, starter",
        "upstream, original, parent",
        "discussion, thread, conversation, post",
        "delivery, call, payload",
        "webhook, notify, callback",
        "pages, website, site, web page, homepage, host",
        "page view, visitor, visit, traffic",
        "referral, referrer, refer, come",
        "autolink, link",
        "signature, signed, gpg",
        "visibility, public, private",
        "rate limit, quota, api calls, limit",
        "storage, space, quota",
        "topic, keyword",
        "interaction, restriction, limit",
        "course, class",
        "student, pupil, kid",
        "grade, mark, score",
        "material, handout, resource",
        "teacher, instructor",
        "author, wrote, written",
        "announcement, announce, news, notice",
        "submission, submitted, handed",
        "card, note",
        "row, line, record",
        "sheet, worksheet, tab, spreadsheet",
        "post, tweet",
        "place, restaurant, cafe, shop, hotel, nearby",
        "direction, route, way",
        "distance, how far, travel time, how long",
    ];

    private static readonly Dictionary<string, List<Alternative>> Table = CreateTable();

    private static readonly HashSet<string> ChangePhrases = [.. Changes.SelectMany(PhrasesOf)];

    /// <summary>The number of words in the longest phrase.</summary>
    public static int LongestPhrase { get; } = Table.Keys.Max(phrase => phrase.Count(character => character == ' ') + 1);

    /// <summary>Whether a word or phrase has synonyms.</summary>
    /// <param name="phrase">The stems, with a space between two.</param>
    public static bool Knows(string phrase) => Table.ContainsKey(phrase);

    /// <summary>Whether a word or phrase names a change, such as <c>delete</c>.</summary>
    /// <inheritdoc cref="Knows"/>
    public static bool IsChange(string phrase) => ChangePhrases.Contains(phrase);

    /// <summary>What may stand for a word or phrase.</summary>
    /// <inheritdoc cref="Knows"/>
    public static IReadOnlyList<Alternative> Of(string phrase) => Table.TryGetValue(phrase, out var others) ? others : [];

    private static Dictionary<string, List<Alternative>> CreateTable()
    {
        var table = new Dictionary<string, List<Alternative>>();
        var same = Same.Select(PhrasesOf).ToArray();
        foreach (var group in same)
            Add(table, group, 1);
        foreach (var group in Weak.Select(PhrasesOf))
            Add(table, group, WeakWeight);
        foreach (var group in Changes.Concat(Others).Select(PhrasesOf))
        {
            var spellings = same.Where(group.Overlaps).SelectMany(phrases => phrases);
            Add(table, [.. group, .. spellings], NearWeight);
        }

        return table;
    }

    private static HashSet<string> PhrasesOf(string group) =>
        [.. group.Split(',').Select(phrase => string.Join(' ', new WordReader().Read(phrase)))];

    private static void Add(Dictionary<string, List<Alternative>> table, HashSet<string> phrases, float weight)
    {
        foreach (var phrase in phrases)
        {
            if (!table.TryGetValue(phrase, out var others))
                table.Add(phrase, others = []);
            others.AddRange(phrases.Where(other => other != phrase).Select(other => new Alternative(other.Split(' '), weight)));
        }
    }
}
