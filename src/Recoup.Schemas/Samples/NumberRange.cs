using System.Numerics;

namespace Recoup.Schemas.Samples;

/// <summary>The numbers that a format of OpenAPI allows.</summary>
/// <param name="Meaning">The format in words.</param>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest number.</param>
/// <param name="IsInteger">Whether only integers are allowed.</param>
internal sealed record NumberRange(string Meaning, BigInteger Least, BigInteger Most, bool IsInteger)
{
    private static readonly NumberRange Int32 = new("a 32-bit integer", int.MinValue, int.MaxValue, true);
    private static readonly NumberRange Int64 = new("a 64-bit integer", long.MinValue, long.MaxValue, true);
    private static readonly NumberRange Float = new("a single-precision number", new(float.MinValue), new(float.MaxValue), false);
    private static readonly NumberRange Double = new("a double-precision number", new(double.MinValue), new(double.MaxValue), false);

    public static NumberRange? Of(string format) => format switch
    {
        "int32" => Int32,
        "int64" => Int64,
        "float" => Float,
        "double" => Double,
        _ => null,
    };
}
