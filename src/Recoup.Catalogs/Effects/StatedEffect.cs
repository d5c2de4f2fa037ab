namespace Recoup.Catalogs.Effects;

/// <summary>The effect of an action as a names file says it.</summary>
/// <param name="Slug">The action.</param>
/// <param name="Effect">The effect; <see cref="ActionEffect.Unknown"/> if the names file has another value.</param>
internal sealed record StatedEffect(string Slug, ActionEffect Effect)
{
    /// <summary>The member of an action in a names file.</summary>
    public const string Member = "effect";

    /// <summary>The word for an effect in JSON and in the output of the tool.</summary>
    public static string WordOf(ActionEffect effect) => effect.ToString().ToLowerInvariant();

    /// <summary>The effect that a word names, or null.</summary>
    public static ActionEffect? Parse(string? word) => word switch
    {
        "read" => ActionEffect.Read,
        "write" => ActionEffect.Write,
        "destroy" => ActionEffect.Destroy,
        _ => null,
    };
}
