using System.Text;

namespace Recoup.Schemas.Formats;

/// <summary>Punycode: RFC 3492, section 6.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialPoint = 0x80;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Decodes to lower case (RFC 5891, section 5.3). A text that decodes need not be the one that encodes the result.</summary>
    public static bool TryDecode(string text, out List<int> points)
    {
        var delimiter = text.LastIndexOf('-');
        points = text.Substring(0, Math.Max(delimiter, 0)).Select(c => c is >= 'A' and <= 'Z' ? c + ('a' - 'A') : c).ToList();
        long point = InitialPoint;
        long index = 0;
        var bias = InitialBias;
        for (var at = delimiter + 1; at < text.Length;)
        {
            var before = index;
            long weight = 1;
            for (var k = Base; ; k += Base)
            {
                if (at >= text.Length || DigitOf(text[at++]) is not (>= 0 and var digit))
                    return false;
                index += digit * weight;
                if (index > int.MaxValue)
                    return false;
                var threshold = Threshold(k, bias);
                if (digit < threshold)
                    break;
                weight *= Base - threshold;
            }

            var length = points.Count + 1;
            bias = Adapt(index - before, length, before == 0);
            point += index / length;
            if (point > 0x10FFFF)
                return false;
            points.Insert((int)(index % length), (int)point);
            index = index % length + 1;
        }

        return true;
    }

    public static string Encode(List<int> points)
    {
        var text = new StringBuilder();
        foreach (var basicPoint in points.Where(point => point < InitialPoint))
            text.Append((char)basicPoint);
        var basic = text.Length;
        if (basic > 0)
            text.Append('-');
        var handled = basic;
        long delta = 0;
        var bias = InitialBias;
        var point = InitialPoint;
        while (handled < points.Count)
        {
            var next = points.Where(candidate => candidate >= point).Min();
            delta += (long)(next - point) * (handled + 1);
            point = next;
            foreach (var candidate in points)
            {
                if (candidate < point)
                    delta++;
                if (candidate != point)
                    continue;
                AppendDigits(text, delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            point++;
        }

        return text.ToString();
    }

    private static void AppendDigits(StringBuilder text, long delta, int bias)
    {
        for (var k = Base; delta >= Threshold(k, bias); k += Base)
        {
            var threshold = Threshold(k, bias);
            text.Append(Alphabet[(int)(threshold + (delta - threshold) % (Base - threshold))]);
            delta = (delta - threshold) / (Base - threshold);
        }

        text.Append(Alphabet[(int)delta]);
    }

    private static int Threshold(int k, int bias) => Math.Min(Math.Max(k - bias, TMin), TMax);

    private static int Adapt(long delta, int length, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / length;
        var k = 0;
        while (delta > (Base - TMin) * TMax / 2)
        {
            delta /= Base - TMin;
            k += Base;
        }

        return (int)(k + (Base - TMin + 1) * delta / (delta + Skew));
    }

    private static int DigitOf(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };
}
