namespace Recoup.Generators.Emission;

/// <summary>All that generated code knows of the runtime. A test holds these names against the real ones.</summary>
internal static class TypedNames
{
    public const string ActionCall = "global::Recoup.Typed.ActionCall";
    public const string ActionAttribute = "global::Recoup.Typed.RecoupActionAttribute";
    public const string Optional = "global::Recoup.Typed.Optional";
    public const string StagedFile = "global::Recoup.Typed.StagedFile";
    public const string CallWriter = "global::Recoup.Typed.Generated.CallWriter";
    public const string ParameterValue = "global::Recoup.Typed.Generated.IParameterValue";
    public const string UnionValue = "global::Recoup.Typed.Generated.UnionValue";

    /// <summary>What the framework calls raw JSON that was read.</summary>
    public const string JsonElement = "global::System.Text.Json.JsonElement";
}
