namespace Recoup.Typed;

/// <summary>Names the action that a generated method calls. The emulator uses it to find the action of a method group.</summary>
/// <param name="slug">The action's slug, for example <c>GITHUB_CREATE_ISSUE</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecoupActionAttribute(string slug) : Attribute
{
    /// <summary>The action's slug, for example <c>GITHUB_CREATE_ISSUE</c>.</summary>
    public string Slug { get; } = slug;
}
