namespace Recoup.Schemas;

/// <summary>
/// Limits that keep hostile schemas and instances from exhausting stack, memory or time. They are counted, not timed, so the result is the
/// same on every machine. A schema that exceeds a limit has a problem. An instance that exceeds one is invalid, with a single violation
/// whose keyword is <c>(limit)</c>.
/// </summary>
public sealed class JsonSchemaLimits
{
    internal static JsonSchemaLimits Default { get; } = new();

    /// <summary>The maximum depth of subschemas in one document. Default: 256 levels.</summary>
    public int SchemaDepth { get; init; } = 256;

    /// <summary>The maximum number of subschemas in a schema and all documents it refers to. Default: 500,000.</summary>
    public int Subschemas { get; init; } = 500_000;

    /// <summary>
    /// The maximum number of digits, and the maximum exponent, of a number in a schema. Default: 10,000. This limit does not apply to
    /// instances: their numbers are compared as text at any length, up to an exponent of 18 digits.
    /// </summary>
    public int NumberDigits { get; init; } = 10_000;

    /// <summary>The maximum depth to which schemas apply one another during one evaluation. Default: 512 levels.</summary>
    public int EvaluationDepth { get; init; } = 512;

    /// <summary>
    /// The maximum number of steps of one evaluation: schemas applied, items compared, and steps of patterns. A value of many kilobytes
    /// counts as several. Default: 20,000,000, about a second.
    /// </summary>
    public int EvaluationSteps { get; init; } = 20_000_000;

    /// <summary>
    /// The maximum number of violations that <see cref="JsonSchema.Validate(System.Text.Json.JsonElement)"/> lists, causes included. If
    /// there are more, the list ends with a violation whose keyword is <c>(limit)</c>. It ends earlier if the locations are very long.
    /// Default: 1,000.
    /// </summary>
    public int Violations { get; init; } = 1_000;

    /// <summary>
    /// The maximum number of steps to create one sample: values and texts tried, and the steps of their evaluations. Default: 5,000,000,
    /// about half a second.
    /// </summary>
    public int SampleSteps { get; init; } = 5_000_000;
}
