namespace Recoup.Schemas;

/// <summary>
/// Bounds that keep hostile schemas and instances from exhausting stack, memory or time. A schema beyond them is a
/// <see cref="SchemaProblem"/>; an instance beyond them is invalid, with one violation of the keyword <c>(limit)</c> that names the bound.
/// </summary>
public sealed class JsonSchemaLimits
{
    internal static JsonSchemaLimits Default { get; } = new();

    /// <summary>How deep schemas may nest in one document. Default: 256 levels of subschemas.</summary>
    public int SchemaDepth { get; init; } = 256;

    /// <summary>How many schema objects a schema and the documents it reaches may hold. Default: 500,000.</summary>
    public int Subschemas { get; init; } = 500_000;

    /// <summary>
    /// How many digits a number in a schema may have, and how large its exponent may be. Default: 10,000. Instances are not bound:
    /// numbers in them are compared as text, whatever their length, up to an exponent of 18 digits.
    /// </summary>
    public int NumberDigits { get; init; } = 10_000;

    /// <summary>How deep schemas may apply one another while one instance is judged. Default: 512 levels.</summary>
    public int EvaluationDepth { get; init; } = 512;

    /// <summary>
    /// How many steps (schemas applied, items compared) judging one instance may take. Default: 20,000,000, about a second.
    /// </summary>
    public int EvaluationSteps { get; init; } = 20_000_000;

    /// <summary>How long one match of a pattern may take that cannot run without backtracking. Default: 250 milliseconds.</summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromMilliseconds(250);
}
