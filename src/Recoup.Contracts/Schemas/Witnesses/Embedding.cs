using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>
/// Embeds a value of a subschema into values of the whole schema: the engine samples the whole schema with the part fixed.
/// </summary>
internal sealed class Embedding(FormJudge judge, int seed)
{
    /// <summary>Values of the whole schema, first those that one other schema accepts and another one rejects.</summary>
    /// <param name="root">The whole schema.</param>
    /// <param name="accepting">A schema that should accept the values as well.</param>
    /// <param name="rejecting">A schema that should reject the values.</param>
    /// <param name="path">The path to the subschema.</param>
    /// <param name="side">The side of the whole schema.</param>
    /// <param name="value">The value of the subschema.</param>
    public IEnumerable<JsonElement> Of(
        Form root, Form accepting, Form rejecting, FormPath path, Side side, JsonElement value)
    {
        if (path.Steps.IsEmpty)
        {
            yield return value;
            yield break;
        }

        var fixedRoot = Fix(FormPath.Expand(root), path, 0, side, new Literal(value));
        foreach (var form in (Form[])
            [
                new Form { AllOf = [fixedRoot, accepting, new Form { Not = rejecting }] },
                new Form { AllOf = [fixedRoot, accepting] },
                fixedRoot,
            ])
        {
            foreach (var properties in (SampleProperties[])[SampleProperties.Required, SampleProperties.Some])
            {
                if (judge.Sample(form, seed, properties) is { } sample)
                    yield return sample;
            }
        }
    }

    private Form Fix(Form form, FormPath path, int at, Side side, Literal value)
    {
        if (at == path.Steps.Length)
            return new Form { Kinds = value.Kind, Values = [value] };
        var step = path.Steps[at];
        var part = Fix(FormPath.Expand(step.Get(form, side)), path, at + 1, side, value);
        return step.Kind switch
        {
            StepKind.Property => Named(form, step.Name, part),
            StepKind.Pattern =>
                NameOf(new Form
                {
                    Kinds = ValueKinds.String,
                    Pattern = step.Name,
                    AllOf = form.Names is { } names ? [names] : [],
                }) is { } name
                ? Named(form, name, part) : Form.Nothing,
            StepKind.Additional or StepKind.UnevaluatedProperty => Named(form, OtherName(form), part),
            StepKind.Names =>
                form with { Required = form.Required.Add(value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : "") },
            StepKind.DependentSchema => form with { Required = form.Required.Add(step.Name), AllOf = form.AllOf.Add(part) },
            StepKind.Item or StepKind.UnevaluatedItem =>
                form with { Items = part, MinItems = BigInteger.Max(form.MinItems, form.Prefix.Length + 1) },
            StepKind.Prefix => step.Set(form, part, side) with { MinItems = BigInteger.Max(form.MinItems, step.Index(side) + 1) },
            StepKind.Contains => form with { AllOf = form.AllOf.Add(new Form { Contains = part }) },
            StepKind.AllOf => step.Set(form, part, side),
            StepKind.AnyOf => form with { AnyOf = [part] },
            StepKind.Then => form with { AllOf = [.. form.AllOf, form.If!, part] },
            StepKind.Else => form with { AllOf = [.. form.AllOf, new Form { Not = form.If }, part] },
            _ => form with { AllOf = form.AllOf.Add(part) },
        };
    }

    private static Form Named(Form form, string name, Form part) =>
        form with { Properties = form.Properties.SetItem(name, part), Required = form.Required.Add(name) };

    private string? NameOf(Form names) =>
        judge.Sample(names, seed) is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    private string OtherName(Form form)
    {
        var names = new List<string> { "other", "x", "0", "A" };
        if (form.Names is { } schema && NameOf(schema) is { } sample)
            names.Insert(0, sample);
        return names.FirstOrDefault(name =>
            !form.Properties.ContainsKey(name) && form.PatternProperties.Keys.All(pattern => judge.Matches(pattern, name) == false))
                ?? "other";
    }
}
