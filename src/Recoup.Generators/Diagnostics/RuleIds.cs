namespace Recoup.Generators.Diagnostics;

/// <summary>The ids of the analyzers, and what a diagnostic carries for its code fix.</summary>
internal static class RuleIds
{
    public const string UnknownSlug = "RCP0040";
    public const string PositionalArgument = "RCP0041";
    public const string UnexecutedCall = "RCP0042";

    /// <summary>Property of <see cref="UnknownSlug"/>: the slug that was probably meant; absent where none is near.</summary>
    public const string Suggestion = "Suggestion";

    /// <summary>Property of <see cref="PositionalArgument"/>: the name of the parameter.</summary>
    public const string ParameterName = "ParameterName";
}
