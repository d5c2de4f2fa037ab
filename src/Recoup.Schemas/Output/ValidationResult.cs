using System.Text.Json;
using Recoup.Schemas.Output;

namespace Recoup.Schemas;

/// <summary>The result of validating an instance against a schema.</summary>
public sealed class ValidationResult
{
    internal ValidationResult(IReadOnlyList<Violation> violations) => Violations = violations;

    /// <summary>Whether the instance satisfies the schema.</summary>
    public bool IsValid => Violations.Count == 0;

    /// <summary>All violations, in the order of the instance. Empty if the instance is valid.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>
    /// The result in JSON Schema's output form "basic": <c>{"valid": …, "errors": [{keywordLocation, absoluteKeywordLocation,
    /// instanceLocation, error}, …]}</c> (draft 2020-12 core, section 12.4.2). Causes follow the violation that they explain.
    /// </summary>
    public JsonElement ToBasicOutput() => BasicOutput.Create(Violations);
}
