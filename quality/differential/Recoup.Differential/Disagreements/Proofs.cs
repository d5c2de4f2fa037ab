using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Differential.Judges;

namespace Recoup.Differential.Disagreements;

/// <summary>What shows, for a single disagreement, that the engine is right.</summary>
internal static class Proofs
{
    private static readonly RecoupJudge Own = new();

    /// <summary>Whether a proof holds.</summary>
    /// <param name="name">
    /// <c>witness</c>: the other peer agrees with the engine. <c>doubles</c>: with each number rounded to a double, the engine agrees with
    /// the peer. <c>division</c>: for a number of the instance, exact division and the division of doubles differ. <c>refusal</c>: the peer
    /// has refused a schema and not judged the instance. <c>suite</c>: a case of the official suite, which the explanation names.
    /// </param>
    /// <param name="disagreement">The disagreement.</param>
    public static bool Hold(string name, Disagreement disagreement) => name switch
    {
        "witness" => disagreement.Witness.Text == disagreement.Ours.Text,
        "doubles" => Own.Judge(Rounded(disagreement.Pair)) == disagreement.Theirs,
        "division" => DividesOtherwise(disagreement.Pair),
        "refusal" => disagreement.Theirs.IsRefused,
        "suite" => true,
        _ => throw new InvalidDataException($"explained.json: no proof is called '{name}'."),
    };

    private static Pair Rounded(Pair pair) => new(Rounded(pair.SchemaNode), Rounded(pair.InstanceNode));

    private static string Rounded(JsonNode? node)
    {
        var root = new JsonArray(node?.DeepClone());
        foreach (var number in Numbers(root).ToArray())
        {
            var rounded = double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
            number.ReplaceWith(JsonNode.Parse(rounded.ToString("R", CultureInfo.InvariantCulture)));
        }

        return root[0]?.ToJsonString() ?? "null";
    }

    private static bool DividesOtherwise(Pair pair)
    {
        var steps = Members(pair.SchemaNode).Where(member => member.Key == "multipleOf").Select(member => member.Value!.ToJsonString());
        var values = Numbers(new JsonArray(pair.InstanceNode)).Select(value => value.ToJsonString()).ToArray();
        return steps.Any(step => values.Any(value => IsMultiple(value, step) != IsMultipleOfDoubles(value, step)));
    }

    private static bool IsMultiple(string value, string step)
    {
        var (dividend, divisor) = (Exact(value), Exact(step));
        var exponent = Math.Min(dividend.Exponent, divisor.Exponent);
        return (dividend.Digits * BigInteger.Pow(10, dividend.Exponent - exponent))
            % (divisor.Digits * BigInteger.Pow(10, divisor.Exponent - exponent)) == 0;
    }

    // As in JavaScript: the quotient is compared with parseInt, which reads 1 in 1e+21.
    private static bool IsMultipleOfDoubles(string value, string step)
    {
        const double FirstWithExponent = 1e21;
        var quotient = double.Parse(value, CultureInfo.InvariantCulture) / double.Parse(step, CultureInfo.InvariantCulture);
        return Math.Abs(quotient) < FirstWithExponent && Math.Floor(quotient) == quotient;
    }

    private static (BigInteger Digits, int Exponent) Exact(string number)
    {
        var parts = number.ToLowerInvariant().Split('e');
        var exponent = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var fraction = parts[0].Split('.') is [_, var digits] ? digits.Length : 0;
        return (BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), exponent - fraction);
    }

    private static IEnumerable<JsonNode> Numbers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Numbers(member.Value)),
        JsonArray items => items.SelectMany(Numbers),
        { } value when value.GetValueKind() == JsonValueKind.Number => [value],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend(member)),
        JsonArray items => items.SelectMany(Members),
        _ => [],
    };
}
