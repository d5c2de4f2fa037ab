using System.Collections.Immutable;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The path from the roots of two schemas to a part of both.</summary>
internal sealed record FormPath(ImmutableArray<Step> Steps)
{
    public static FormPath Root { get; } = new([]);

    /// <summary>
    /// Whether widening the part at this path also widens the root. It may not if the part decides what is evaluated and an enclosing
    /// schema has an <c>unevaluated…</c> keyword.
    /// </summary>
    public bool IsMonotone(Form root, Side side)
    {
        var (form, isLookedAt) = (Expand(root), false);
        foreach (var step in Steps)
        {
            if (!step.IsMonotone)
                return false;
            isLookedAt = step.IsInPlace && (isLookedAt || form.HasMarks);
            form = Expand(step.Get(form, side));
        }

        return !isLookedAt;
    }

    public FormPath Below(Step step) => new(Steps.Add(step));

    /// <summary>The part of a root at this path.</summary>
    public Form Get(Form root, Side side) => Steps.Aggregate(Expand(root), (form, step) => Expand(step.Get(form, side)));

    /// <summary>The root with a changed part at this path. Recursive schemas on the path are unrolled.</summary>
    public Form Replace(Form root, Side side, Func<Form, Form> change) => Replace(root, side, 0, change);

    /// <summary>Replaces a reference back by the schema it refers to.</summary>
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
