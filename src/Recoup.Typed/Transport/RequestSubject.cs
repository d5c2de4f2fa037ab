namespace Recoup.Typed.Transport;

/// <summary>What a request is about, beside its operation.</summary>
/// <param name="Slug">The action's slug, where the request executes one.</param>
/// <param name="Account">The account it names; null for the caller's own.</param>
/// <param name="IsGenerated">
/// Whether the slug stands in generated code. Only such slugs label measurements: what a program makes up at run time has no bound.
/// </param>
internal sealed record RequestSubject(string? Slug, Guid? Account, bool IsGenerated)
{
    public static RequestSubject None { get; } = new(null, null, IsGenerated: false);
}
