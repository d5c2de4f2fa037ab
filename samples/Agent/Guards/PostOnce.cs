using Microsoft.Extensions.AI;
using Recoup.Actions;

namespace Agent.Guards;

/// <summary>Refuses a second post in a run. After a lost response, a model may try again, although the first one may be public.</summary>
internal sealed class PostOnce : IGuard
{
    private static readonly string Post = Slug.Of(LinkedIn.CreateLinkedInPost);

    private bool _mayBePosted;

    public string? Refuse(string slug, FunctionInvocationContext call) => slug == Post && _mayBePosted
        ? "Not executed: this run has called it before, and the release may be posted. Tell the user to check the account."
        : null;

    public void Observe(string slug, ToolResult result, FunctionInvocationContext call) =>
        _mayBePosted |= slug == Post && result.MayHaveExecuted;
}
