using Recoup.Catalogs;

namespace Recoup.Cli.Mcp;

/// <summary>What served actions may do.</summary>
/// <param name="Name">The value of the option.</param>
/// <param name="Meaning">What the tools do, after "they".</param>
/// <param name="Effects">The effects that are allowed.</param>
internal sealed record AllowedEffect(string Name, string Meaning, IReadOnlyList<ActionEffect> Effects)
{
    /// <summary>The values, from the most careful one on. The first one is the default.</summary>
    public static IReadOnlyList<AllowedEffect> Rows { get; } =
    [
        new("reads", "only read", [ActionEffect.Read]),
        new("writes", "read and write", [ActionEffect.Read, ActionEffect.Write]),
        new("destroys", "read, write and destroy", [ActionEffect.Read, ActionEffect.Write, ActionEffect.Destroy, ActionEffect.Unknown]),
    ];
}
