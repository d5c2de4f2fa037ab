namespace Recoup.Generators.Diagnostics;

/// <summary>The ids of the analyzer diagnostics, and the properties that a diagnostic has for its code fix.</summary>
internal static class RuleIds
{
    public const string UnknownSlug = "RCP0040";
    public const string PositionalArgument = "RCP0041";
    public const string UnexecutedCall = "RCP0042";

    /// <summary>Property of <see cref="UnknownSlug"/>: the nearest known slug; absent if no slug is near.</summary>
    public const string Suggestion = "Suggestion";

    /// <summary>Property of <see cref="PositionalArgument"/>: the name of the parameter.</summary>
    public const string ParameterName = "ParameterName";
}
