using System.Text.Json;
using Recoup.Actions;

namespace Agent;

/// <summary>What is left to do for the person who gave the task.</summary>
internal enum OutcomeKind
{
    /// <summary>Nothing is posted.</summary>
    NotPosted,

    /// <summary>The release is posted.</summary>
    Posted,

    /// <summary>Open the address of the message to connect the account, then start again.</summary>
    ConnectFirst,

    /// <summary>Check whether the release is posted: no program can know.</summary>
    LookFirst,
}

/// <summary>What the tools have done, whatever the model says about it.</summary>
internal sealed record Outcome(OutcomeKind Kind, string Message)
{
    private static readonly string Post = Slug.Of(LinkedIn.CreateLinkedInPost);

    public static readonly Outcome NothingPosted = new(OutcomeKind.NotPosted, "Nothing is posted.");

    /// <summary>The outcome after one more result.</summary>
    public Outcome After(string slug, ToolResult result)
    {
        if (Kind is OutcomeKind.Posted or OutcomeKind.LookFirst)
            return this;
        if (result.Error == ToolResult.NotConnected)
            return new(OutcomeKind.ConnectFirst, $"Nothing is posted. Connect the account at {result.AuthorizeUrl}");
        if (slug != Post)
            return this;
        return result switch
        {
            { Error: null } => new(OutcomeKind.Posted, Id(result.Json)),
            { MayHaveExecuted: true } => new(OutcomeKind.LookFirst, "The release may be posted. Check the account before you start again."),
            _ => NothingPosted,
        };
    }

    private static string Id(JsonElement post) =>
        post.ValueKind == JsonValueKind.Object && post.TryGetProperty("id", out var id) ? id.ToString() : "without an id";
}
