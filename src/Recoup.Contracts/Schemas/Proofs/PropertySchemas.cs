using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Finds the schemas that apply to a property of an object.</summary>
internal static class PropertySchemas
{
    /// <summary>The schemas that certainly apply.</summary>
    public static IEnumerable<Form> Known(Form form, string name, FormJudge judge)
    {
        var isDescribed = form.Properties.TryGetValue(name, out var own);
        if (own is not null)
            yield return own;
        foreach (var (pattern, schema) in form.PatternProperties)
        {
            var matches = judge.Matches(pattern, name);
            isDescribed |= matches != false;
            if (matches == true)
                yield return schema;
        }

        if (!isDescribed && form.Additional is { } additional)
            yield return additional;
    }

    /// <summary>The schemas that may apply: a pattern that cannot be run may or may not match.</summary>
    public static IEnumerable<Form> Possible(Form form, string name, FormJudge judge)
    {
        var isDescribed = form.Properties.TryGetValue(name, out var own);
        if (own is not null)
            yield return own;
        foreach (var (pattern, schema) in form.PatternProperties)
        {
            var matches = judge.Matches(pattern, name);
            isDescribed |= matches == true;
            if (matches != false)
                yield return schema;
        }

        if (!isDescribed && form.Additional is { } additional)
            yield return additional;
    }
}
