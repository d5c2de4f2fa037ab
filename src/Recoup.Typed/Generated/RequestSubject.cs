namespace Recoup.Typed.Generated;

/// <summary>What a request is about: errors, traces and logs name it.</summary>
/// <param name="Slug">The slug of the action that the request executes; null if it executes none.</param>
/// <param name="Account">The account that the request names; null for the caller's own.</param>
/// <param name="IsGenerated">
/// Whether the slug comes from generated code. Only such slugs become labels of measurements: the number of slugs that a program makes
/// up at run time has no bound.
/// </param>
internal sealed record RequestSubject(string? Slug, Guid? Account, bool IsGenerated)
{
    public static RequestSubject None { get; } = new(null, null, IsGenerated: false);
}
