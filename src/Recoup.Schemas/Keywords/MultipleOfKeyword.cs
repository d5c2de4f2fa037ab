using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>multipleOf</c>: the number that must divide the value, computed exactly.</summary>
internal sealed class MultipleOfKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.TryReadNumber(out var divisor))
            return;
        if (divisor.Digits.IsZero || divisor.Number.IsNegative)
            site.Problem($"expected a number above 0, got {divisor.Text}");
        else
            builder.Assert(InstanceKinds.Number, new Assertion(site, divisor));
    }

    internal sealed class Assertion(KeywordSite site, NumberLiteral divisor) : LeafAssertion(site.Source, site.Name)
    {
        public NumberLiteral Divisor => divisor;

        public override string Expected => $"a multiple of {divisor.Text}";

        protected override bool Holds(JsonElement instance, ref Evaluation run)
        {
            run.ChargePass(Utf8Json.Length(instance) / 8);
            return divisor.Divides(instance);
        }
    }
}
