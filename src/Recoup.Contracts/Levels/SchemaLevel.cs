using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Normalization;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>The schemas of an action: parameters, and the result where the catalogs describe it.</summary>
internal static class SchemaLevel
{
    public static IEnumerable<Finding> Compare(CatalogAction old, CatalogAction @new, Sides sides, int seed)
    {
        if (old.Source == @new.Source)
            return [];
        return Compare(old, @new, "parameters", action => action.ParametersSource, Direction.Parameters, sides, seed)
            .Concat(Results(old, @new, sides, seed));
    }

    private static IEnumerable<Finding> Results(CatalogAction old, CatalogAction @new, Sides sides, int seed)
    {
        var (isOld, isNew) = (old.OutputParameters is not null, @new.OutputParameters is not null);
        if (isOld && isNew)
            return Compare(old, @new, "outputParameters", action => action.OutputParametersSource, Direction.Results, sides, seed);
        if (isOld == isNew)
            return [];
        return [new FieldComparison(old.Slug, sides, old.Source, @new.Source, DocumentPointer.Of(sides.Old, old), DocumentPointer.Of(sides.New, @new)).Finding(
            CatalogRules.ResultSchema, "outputParameters", isNew ? "the catalog now describes the result" : "the catalog no longer describes the result", Verdict.Behavior)];
    }

    private static IEnumerable<Finding> Compare(
        CatalogAction old, CatalogAction @new, string field, Func<CatalogAction, PositionedElement> schema, Direction direction, Sides sides, int seed)
    {
        var (before, after) = (schema(old), schema(@new));
        var domain = direction == Direction.Parameters ? Kinds.Object : Kinds.All;
        var judged = SchemaVerdicts.Compare(new SchemaSource(before, before, "") { Domain = domain }, new SchemaSource(after, after, "") { Domain = domain }, direction, seed);
        return judged.Select(one => SchemaFinding.Of(
            one, old.Slug, "/" + field, direction, sides, $"{DocumentPointer.Of(sides.Old, old)}/{field}", $"{DocumentPointer.Of(sides.New, @new)}/{field}"));
    }
}
