namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Unrolls recursive schemas a few levels deep. Below, nothing is allowed: so the values of the result are small, and nearly all of them
/// are values of the recursive schema.
/// </summary>
internal sealed class FormUnrolling
{
    private const int Deepest = 3;

    private readonly Dictionary<(Form, int), Form> _known = [];

    public Form Of(Form form) => Unroll(form, Deepest);

    private Form Unroll(Form form, int depth)
    {
        if (_known.TryGetValue((form, depth), out var known))
            return known;
        var unrolled = FormParts.Map(form, part => Unroll(part, depth));
        if (unrolled.Back is { } back)
        {
            var rest = unrolled with { Back = null };
            var target = depth == 0 ? Form.Nothing : Unroll(back.Target, depth - 1);
            unrolled = rest.IsAnything ? target : rest with { AllOf = rest.AllOf.Add(target) };
        }

        _known.Add((form, depth), unrolled);
        return unrolled;
    }
}
