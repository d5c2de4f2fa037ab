using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Edits;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>Compares the schemas of an action: parameters, and the result if the catalogs describe it.</summary>
internal static class ActionSchemaComparison
{
    public static IEnumerable<Finding> Compare(CatalogAction before, CatalogAction after, DocumentPair documents, int seed) =>
        Compare(before, after, "parameters", action => action.ParametersSource, Direction.Parameters, documents, seed)
            .Concat(Results(before, after, documents, seed));

    private static IEnumerable<Finding> Results(CatalogAction before, CatalogAction after, DocumentPair documents, int seed)
    {
        var (inBefore, inAfter) = (before.OutputParameters is not null, after.OutputParameters is not null);
        if (inBefore && inAfter)
            return Compare(before, after, "outputParameters", action => action.OutputParametersSource, Direction.Results, documents, seed);
        if (inBefore == inAfter)
            return [];
        var (was, now) = (before.OutputParametersSource, after.OutputParametersSource);
        return [new Finding
        {
            Rule = CatalogRules.ResultSchema,
            Verdict = Verdict.Behavior,
            Change = inAfter ? Change.Added : Change.Removed,
            Message = inAfter ? "the result is now described" : "the result is no longer described",
            Action = before.Slug,
            Pointer = "/outputParameters",
            Before = Excerpt.Of(was),
            After = Excerpt.Of(now),
            BeforeLocation = documents.InBefore(was, before.PartAt("/outputParameters").Pointer),
            AfterLocation = inAfter
                ? documents.InAfter(now, after.PartAt("/outputParameters").Pointer)
                : documents.InAfter(after.Source, after.Pointer),
            ContentHash = ContentHash.Of(was, now),
        }];
    }

    private static IEnumerable<Finding> Compare(
        CatalogAction before, CatalogAction after, string field, Func<CatalogAction, PositionedElement> schema, Direction direction,
         DocumentPair documents, int seed)
    {
        var (schemaBefore, schemaAfter) = (schema(before), schema(after));
        var domain = direction == Direction.Parameters ? ValueKinds.Object : ValueKinds.All;
        var judged = SchemaComparison.Compare(
            new SchemaSource(schemaBefore, schemaBefore, "") { Domain = domain },
            new SchemaSource(schemaAfter, schemaAfter, "") { Domain = domain },
            direction,
            seed,
            documents.Cancellation);
        return judged.Select(one => SchemaFinding.Of(
            one,
            before.Slug,
            "/" + field,
            direction,
            documents,
            before.PartAt("/" + field).Pointer,
            after.PartAt("/" + field).Pointer,
            direction == Direction.Parameters ? ValuePath.Parameters : ValuePath.Result));
    }
}
