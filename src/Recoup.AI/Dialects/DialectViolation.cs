using Recoup.Catalogs.Problems;

namespace Recoup.AI.Dialects;

/// <summary>A place where a schema breaks a rule of a provider.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pointer">The JSON pointer in the schema.</param>
/// <param name="Found">What is there, in a few words.</param>
internal sealed record DialectViolation(ProblemDescriptor Rule, string Pointer, string Found);
