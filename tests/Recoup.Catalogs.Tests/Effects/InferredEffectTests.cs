using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Catalogs.Tests.Effects;

/// <summary>Effects that are inferred, on slugs of connectors that played no part in the table of verbs.</summary>
public sealed class InferredEffectTests
{
    private static readonly string[] Reads =
    [
        "GMAIL_FETCH_EMAILS", "GMAIL_GET_ATTACHMENT", "GMAIL_LIST_DRAFTS", "SLACK_LIST_CHANNELS", "SLACK_SEARCH_MESSAGES",
        "SLACK_FETCH_CONVERSATION_HISTORY", "STRIPE_RETRIEVE_BALANCE", "STRIPE_LIST_REFUNDS", "STRIPE_GET_CHARGE", "JIRA_GET_ISSUE",
        "JIRA_LIST_TRANSITIONS", "NOTION_RETRIEVE_PAGE", "NOTION_GET_BLOCK", "LINEAR_LIST_LINEAR_TEAMS", "TWITTER_GET_TWEET",
        "YOUTUBE_LIST_VIDEOS", "YOUTUBE_COUNT_SUBSCRIBERS", "HUBSPOT_SEARCH_CONTACTS", "GITLAB_LIST_MERGE_REQUESTS", "GITLAB_GET_COMMIT",
        "GITHUB_CHECK_IF_STARRED", "GITHUB_COMPARE_COMMITS", "AIRTABLE_LOOKUP_RECORD", "AIRTABLE_LIST_RECORDS", "DROPBOX_DOWNLOAD_FILE",
        "ASANA_GET_TASKS_AND_SUBTASKS", "AWS_DESCRIBE_INSTANCES", "SHOPIFY_GET_ORDER", "ZENDESK_BATCH_GET_TICKETS", "FILES_READ_FILE",
        "TODOIST_GET_DELETED_TASKS", "EXA_SEARCH", "FS_READ_MULTIPLE_FILES", "MONDAY_LIST_UPDATES", "GOOGLE_CLASSROOM_COURSES_LIST",
        "calendar_events_list", "slack_users.list", "notion_getPage", "jira_get-issue", "x_LIST REPOSITORIES",
    ];

    private static readonly string[] Verbs =
    [
        "DELETE", "REMOVE", "CREATE", "UPDATE", "INSERT", "UPSERT", "ADD", "SET", "SEND", "WRITE", "REPLACE", "MARK", "ARCHIVE",
        "UNARCHIVE", "PUBLISH", "EXECUTE", "INVOKE", "SYNC", "REFRESH", "UPLOAD", "MOVE", "COPY", "RENAME", "CANCEL", "REVOKE",
        "APPROVE", "ASSIGN", "UNASSIGN", "ENABLE", "DISABLE", "PATCH", "PUT", "MERGE", "CLOSE", "REOPEN", "RESTORE", "SUBSCRIBE",
        "UNSUBSCRIBE", "INVITE", "SHARE", "SUBMIT", "PURGE", "CLEAR", "RESEND", "BULKDELETE", "EDIT", "MODIFY", "REGISTER", "ROTATE",
        "PAY", "BUY", "GRANT",
    ];

    [Theory]
    [MemberData(nameof(ReadSlugs))]
    public void What_only_reads_is_a_read(string slug)
    {
        var action = Parse(slug);

        (action.Effect, action.IsEffectInferred).ShouldBe((ActionEffect.Read, true));
    }

    public static TheoryData<string> ReadSlugs => [.. Reads];

    [Theory]
    [InlineData("GMAIL_MARK_AS_READ", ActionEffect.Write)]
    [InlineData("NOTION_GET_OR_CREATE_PAGE", ActionEffect.Write)]
    [InlineData("HUBSPOT_FIND_AND_REPLACE", ActionEffect.Write)]
    [InlineData("GOOGLEDOCS_SEARCH_REPLACE", ActionEffect.Write)]
    [InlineData("SLACK_LIST_AND_ARCHIVE", ActionEffect.Write)]
    [InlineData("SLACK_FETCH_AND_LABEL", ActionEffect.Write)]
    [InlineData("SQS_GET_AND_DELETE_MESSAGE", ActionEffect.Destroy)]
    [InlineData("STRIPE_VOID_INVOICE", ActionEffect.Destroy)]
    [InlineData("STRIPE_REFUND_CHARGE", ActionEffect.Write)]
    [InlineData("JIRA_COMMENT_ON_ISSUE", ActionEffect.Write)]
    [InlineData("REDDIT_POST_COMMENT", ActionEffect.Write)]
    [InlineData("OAUTH_REFRESH", ActionEffect.Write)]
    [InlineData("gmail_messages.trash.delete", ActionEffect.Destroy)]
    [InlineData("drive_emptyTrash", ActionEffect.Destroy)]
    [InlineData("x_batchDeleteUsers2", ActionEffect.Destroy)]
    public void What_changes_or_destroys_is_known_by_its_worst_verb(string slug, ActionEffect effect) =>
        Parse(slug).Effect.ShouldBe(effect);

    [Theory]
    [InlineData("BIGQUERY_RUN_QUERY")]
    [InlineData("SUPABASE_EXECUTE_SQL")]
    [InlineData("MYSQL_QUERY")]
    [InlineData("DRIVE_SYNC")]
    [InlineData("GITHUB_CHECK_OUT")]
    [InlineData("HOTEL_CHECK_IN_GUEST")]
    [InlineData("TRELLO_CHECK_ITEM")]
    [InlineData("SLACK_READ_RECEIPT")]
    [InlineData("GITHUB_READ_ALL_NOTIFICATIONS")]
    [InlineData("GITHUB_GET_ACCESS_TOKEN")]
    [InlineData("EBAY_LIST_ITEM")]
    [InlineData("OPENSEA_LIST_ITEMS_FOR_SALE")]
    [InlineData("FOO_FROBNICATE_LIST")]
    [InlineData("FOO_SHUFFLE_CONTACTS_LIST")]
    [InlineData("FOO_CONTACTS_SHUFFLE_LIST")]
    [InlineData("FOO_GET_AND_FROBNICATE")]
    [InlineData("FOO_GET_AND_DELETES")]
    [InlineData("FOO_FROBNICATE")]
    [InlineData("GITHUB_PING_WEBHOOK")]
    [InlineData("OKTA_VERIFY_DOMAIN")]
    [InlineData("FOO_GET_D\u0415LETE_USERS")]
    [InlineData("GITHUB_LABEL_WRITE")]
    [InlineData("FOO_")]
    [InlineData("_")]
    public void What_is_not_sure_is_unknown_and_not_inferred(string slug)
    {
        var action = Parse(slug);

        (action.Effect, action.IsEffectInferred).ShouldBe((ActionEffect.Unknown, false));
    }

    [Fact]
    public void A_verb_that_writes_makes_any_read_something_else_wherever_it_is_and_however_it_is_written() =>
        Prop.ForAll(
            Gen.Elements(Reads).ToArbitrary(),
            Gen.Elements(Verbs).Zip(Gen.Elements("_", "-", ".", " ", "2")).ToArbitrary(),
            Gen.Choose(0, 20).Zip(Gen.Choose(0, 2)).ToArbitrary(),
            (slug, verb, place) =>
            {
                var words = slug.Split('_').ToList();
                words.Insert(1 + (place.Item1 % words.Count), verb.Item1);
                var name = string.Join(verb.Item2, words.Skip(1));
                var cased = place.Item2 switch
                {
                    0 => name,
                    1 => name.ToLowerInvariant(),
                    _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()),
                };
                return Parse($"{words[0]}_{cased}").Effect != ActionEffect.Read;
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Deletes the message and returns it.", ActionEffect.Unknown)]
    [InlineData("Tool to create a message.", ActionEffect.Unknown)]
    [InlineData("Retrieves and removes the next message of a queue.", ActionEffect.Unknown)]
    [InlineData("Marks the messages as read. Gets them.", ActionEffect.Unknown)]
    [InlineData("Applies a label to what it finds.", ActionEffect.Unknown)]
    [InlineData("Retrieves messages. Use it to delete or update them later.", ActionEffect.Read)]
    [InlineData("Returns the messages that somebody deleted.", ActionEffect.Read)]
    [InlineData("", ActionEffect.Read)]
    public void A_description_can_cast_doubt_on_a_read(string description, ActionEffect effect) =>
        Parse("GMAIL_GET_MESSAGES", description).Effect.ShouldBe(effect);

    [Theory]
    [InlineData("Retrieves the message.")]
    [InlineData("Read-only.")]
    public void A_description_makes_nothing_a_read(string description)
    {
        Parse("GMAIL_DELETE_MESSAGE", description).Effect.ShouldBe(ActionEffect.Destroy);
        Parse("GMAIL_FROBNICATE", description).Effect.ShouldBe(ActionEffect.Unknown);
    }

    [Fact]
    public void A_member_of_the_catalog_says_nothing() =>
        RecoupCatalog.Parse(
            """
            {"effects":{"GMAIL_DELETE_MESSAGE":"read"},"actions":[{"slug":"GMAIL_DELETE_MESSAGE","effect":"read","name":"","description":"",
            "parameters":{},"connectorSlug":"gmail","isConnected":true}]}
            """).Actions[0].Effect.ShouldBe(ActionEffect.Destroy);

    [Fact]
    public void A_slug_of_any_length_is_read_in_no_time() =>
        Parse("GMAIL_GET" + string.Concat(Enumerable.Repeat("_A", 1_000_000))).Effect.ShouldBe(ActionEffect.Unknown);

    private static CatalogAction Parse(string slug, string description = "")
    {
        var connector = slug.StartsWith("GOOGLE_", StringComparison.Ordinal) || !slug.Contains('_', StringComparison.Ordinal)
            ? "google"
            : slug[..slug.IndexOf('_', StringComparison.Ordinal)].ToLowerInvariant();
        var action = Catalog.Action(slug, description: description, connector: connector);
        return RecoupCatalog.Parse(Catalog.Of(action)).Actions[0];
    }
}
