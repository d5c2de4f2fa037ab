using System.Numerics;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Merges two schemas that must both hold into one.</summary>
internal static class FormMerge
{
    /// <summary>The merged schema. The schemas must not have keywords that collide.</summary>
    public static Form Merge(Form one, Form other)
    {
        var values = (one.Values, other.Values) switch
        {
            ({ } left, { } right) => left.RemoveAll(value => !right.Contains(value)),
            var (left, right) => left ?? right,
        };
        return one with
        {
            Kinds = one.Kinds & other.Kinds,
            Values = values,
            Minimum = Stronger(one.Minimum, other.Minimum, 1),
            Maximum = Stronger(one.Maximum, other.Maximum, -1),
            MultipleOf = (one.MultipleOf, other.MultipleOf) is ({ } a, { } b)
                ? Exact.LeastCommonMultiple(a, b)
                : one.MultipleOf ?? other.MultipleOf,
            MinLength = BigInteger.Max(one.MinLength, other.MinLength),
            MaxLength = Least(one.MaxLength, other.MaxLength),
            Pattern = one.Pattern ?? other.Pattern,
            Prefix = one.Prefix.Length > 0 ? one.Prefix : other.Prefix,
            Items = one.Items ?? other.Items,
            Contains = one.Contains ?? other.Contains,
            MinContains = one.Contains is null ? other.MinContains : one.MinContains,
            MaxContains = one.Contains is null ? other.MaxContains : one.MaxContains,
            MinItems = BigInteger.Max(one.MinItems, other.MinItems),
            MaxItems = Least(one.MaxItems, other.MaxItems),
            UniqueItems = one.UniqueItems || other.UniqueItems,
            Properties = one.Properties.SetItems(other.Properties.Where(pair => !one.Properties.ContainsKey(pair.Key))),
            PatternProperties = one.PatternProperties.SetItems(other.PatternProperties),
            Additional = one.Additional ?? other.Additional,
            Names = one.Names ?? other.Names,
            Required = one.Required.Union(other.Required),
            MinProperties = BigInteger.Max(one.MinProperties, other.MinProperties),
            MaxProperties = Least(one.MaxProperties, other.MaxProperties),
            DependentRequired = one.DependentRequired.SetItems(other.DependentRequired.Select(pair => KeyValuePair.Create(
                pair.Key, one.DependentRequired.GetValueOrDefault(pair.Key, Form.NoNames).Union(pair.Value)))),
            DependentSchemas = one.DependentSchemas.SetItems(other.DependentSchemas),
            AllOf = [.. one.AllOf, .. other.AllOf],
            AnyOf = one.AnyOf.Length > 0 ? one.AnyOf : other.AnyOf,
            OneOf = one.OneOf.Length > 0 ? one.OneOf : other.OneOf,
            Not = one.Not ?? other.Not,
            If = one.If ?? other.If,
            Then = one.If is null ? other.Then : one.Then,
            Else = one.If is null ? other.Else : one.Else,
            Back = one.Back ?? other.Back,
            Annotations = other.Annotations.SetItems(one.Annotations),
            Places = other.Places.SetItems(one.Places),
        };
    }

    /// <summary>Whether two schemas have keywords of which one schema can have only one.</summary>
    public static bool Collide(Form one, Form other) =>
        (one.Pattern is not null && other.Pattern is not null)
        || (HasItems(one) && HasItems(other))
        || (one.Contains is not null && other.Contains is not null)
        || (one.Names is not null && other.Names is not null)
        || (one.AnyOf.Length > 0 && other.AnyOf.Length > 0)
        || (one.OneOf.Length > 0 && other.OneOf.Length > 0)
        || (one.Not is not null && other.Not is not null)
        || (one.If is not null && other.If is not null)
        || (one.Back is not null && other.Back is not null)
        || PropertiesCollide(one, other)
        || one.PatternProperties.Keys.Any(other.PatternProperties.ContainsKey)
        || one.DependentSchemas.Keys.Any(other.DependentSchemas.ContainsKey);

    // The properties beside it decide which ones additionalProperties applies to.
    private static bool PropertiesCollide(Form one, Form other) =>
        (one.Additional is not null && NamesProperties(other)) || (other.Additional is not null && NamesProperties(one))
        || one.Properties.Any(pair => other.Properties.TryGetValue(pair.Key, out var same) && same.Key != pair.Value.Key);

    private static bool NamesProperties(Form form) =>
        form.Properties.Count > 0 || form.PatternProperties.Count > 0 || form.Additional is not null;

    private static bool HasItems(Form form) => form.Prefix.Length > 0 || form.Items is not null;

    private static BigInteger? Least(BigInteger? one, BigInteger? other) =>
        one is { } a && other is { } b ? BigInteger.Min(a, b) : one ?? other;

    public static Bound? Stronger(Bound? one, Bound? other, int sign)
    {
        if (one is null || other is null)
            return one ?? other;
        var order = one.Value.Compare(other.Value) * sign;
        return order > 0 || (order == 0 && one.IsExclusive) ? one : other;
    }
}
