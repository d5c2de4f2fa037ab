using System.Collections.Immutable;
using Recoup.Contracts.Normalisation;

namespace Recoup.Contracts.Verdicts;

/// <summary>The way from the root of two schemas to a part of both.</summary>
internal sealed record FormPath(ImmutableArray<Step> Steps)
{
    public static FormPath Root { get; } = new([]);

    public bool IsMonotone => Steps.All(step => step.IsMonotone);

    public FormPath Below(Step step) => new(Steps.Add(step));

    /// <summary>The part of a root.</summary>
    public Form Get(Form root, Side side) => Steps.Aggregate(Expand(root), (form, step) => Expand(step.Get(form, side)));

    /// <summary>The root with another part in this place. A recursive schema is unrolled along the way.</summary>
    public Form Replace(Form root, Side side, Func<Form, Form> change) => Replace(root, side, 0, change);

    /// <summary>A reference back with nothing beside it is what it refers to.</summary>
    public static Form Expand(Form form)
    {
        for (var i = 0; form.Back is { } back && i < 16; i++)
        {
            var rest = form with { Back = null };
            form = rest.IsAnything ? back.Target : rest with { AllOf = rest.AllOf.Add(back.Target) };
        }

        return form;
    }

    private Form Replace(Form form, Side side, int at, Func<Form, Form> change)
    {
        form = Expand(form);
        return at == Steps.Length ? change(form) : Steps[at].Set(form, Replace(Steps[at].Get(form, side), side, at + 1, change), side);
    }
}
