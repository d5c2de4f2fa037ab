namespace WordVectors;

/// <summary>Arithmetic with rows of vectors.</summary>
internal static class Linear
{
    private const int Iterations = 200;

    public static float Dot(float[] left, float[] right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    public static float[] Mean(float[][] rows)
    {
        var sums = new double[rows[0].Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] += row[i];
        }

        return [.. sums.Select(sum => (float)(sum / rows.Length))];
    }

    public static void Normalize(float[][] rows) => Scale(rows, row => 1 / MathF.Max(1e-9f, MathF.Sqrt(Dot(rows[row], rows[row]))));

    public static void Scale(float[][] rows, Func<int, float> factorOf)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            var factor = factorOf(row);
            for (var i = 0; i < rows[row].Length; i++)
                rows[row][i] *= factor;
        }
    }

    public static void Subtract(float[][] rows, float[] vector)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] -= vector[i];
        }
    }

    /// <summary>The coordinates of the rows in a basis.</summary>
    public static float[][] Project(float[][] rows, float[][] basis) =>
        [.. rows.AsParallel().AsOrdered().Select(row => basis.Select(axis => Dot(row, axis)).ToArray())];

    /// <summary>The principal components of centered rows: the orthonormal basis that keeps most of their lengths.</summary>
    public static float[][] PrincipalBasis(float[][] rows, int count)
    {
        var size = rows[0].Length;
        var covariance = new float[size][];
        Parallel.For(0, size, i =>
        {
            covariance[i] = new float[size];
            foreach (var row in rows)
            {
                for (var j = 0; j < size; j++)
                    covariance[i][j] += row[i] * row[j];
            }
        });
        Scale(covariance, _ => 1f / rows.Length);
        var basis = Enumerable.Range(0, count).Select(axis => covariance[axis].ToArray()).ToArray();
        for (var i = 0; i < Iterations; i++)
        {
            Orthonormalize(basis);
            basis = Project(basis, covariance);
        }

        Orthonormalize(basis);
        return basis;
    }

    private static void Orthonormalize(float[][] basis)
    {
        for (var i = 0; i < basis.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var overlap = Dot(basis[i], basis[j]);
                for (var k = 0; k < basis[i].Length; k++)
                    basis[i][k] -= overlap * basis[j][k];
            }

            Normalize(basis[i..(i + 1)]);
        }
    }
}
