namespace Recoup.Generators.Diagnostics;

/// <summary>The ids of the analyzer diagnostics, and the properties that a diagnostic has for its code fix.</summary>
internal static class RuleIds
{
    public const string UnknownSlug = "RCP0040";
    public const string PositionalArgument = "RCP0041";
    public const string UnexecutedCall = "RCP0042";
    public const string ValueOutOfBounds = "RCP0043";
    public const string PatternMismatch = "RCP0044";
    public const string UnknownEnumValue = "RCP0045";
    public const string NoFileAddress = "RCP0046";
    public const string UnstagedFile = "RCP0047";
    public const string UnknownConnector = "RCP0048";
    public const string RepeatedClass = "RCP0063";

    /// <summary>
    /// Property of <see cref="UnknownSlug"/> and <see cref="UnknownConnector"/>: the nearest known slug; of <see cref="UnknownEnumValue"/>:
    /// the documentation id of the nearest value's field. Absent if nothing is near.
    /// </summary>
    public const string Suggestion = "Suggestion";

    /// <summary>Property of <see cref="PositionalArgument"/>: the names of the parameters, separated by commas.</summary>
    public const string ParameterNames = "ParameterNames";
}
