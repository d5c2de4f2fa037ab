namespace WordVectors;

/// <summary>
/// Finds a vector for each piece so that the mean of a sentence's pieces is close to the teacher's vector of the sentence, and each piece
/// stays close to where it starts: ridge regression, by conjugate gradients.
/// </summary>
internal static class LeastSquares
{
    public static float[][] Fit(int[][] texts, float[][] targets, float[][] start, float loyalty, int iterations)
    {
        var uses = Uses(texts, start.Length);
        Linear.Scale(start, Factor(Means(texts, start), targets));
        var residual = Gradient(Difference(targets, Means(texts, start)));
        var preconditioner = uses.Select(list => 1 / (list.Sum(use => use.Weight * use.Weight) + loyalty)).ToArray();
        var change = Zeros(start);
        var preconditioned = Times(residual, preconditioner);
        var direction = preconditioned.Select(row => row.ToArray()).ToArray();
        var norm = Products(residual, preconditioned);
        for (var i = 0; i < iterations; i++)
        {
            var image = Gradient(Means(texts, direction));
            Add(image, direction, Repeat(loyalty, norm.Length));
            var step = Ratio(norm, Products(direction, image));
            Add(change, direction, step);
            Add(residual, image, [.. step.Select(x => -x)]);
            preconditioned = Times(residual, preconditioner);
            var next = Products(residual, preconditioned);
            var ratio = Ratio(next, norm);
            for (var row = 0; row < direction.Length; row++)
            {
                for (var k = 0; k < ratio.Length; k++)
                    direction[row][k] = preconditioned[row][k] + (ratio[k] * direction[row][k]);
            }

            norm = next;
        }

        Add(start, change, Repeat(1, norm.Length));
        return start;

        float[][] Gradient(float[][] rows) => [.. uses.AsParallel().AsOrdered().Select(list =>
        {
            var sum = new float[rows[0].Length];
            foreach (var (text, weight) in list)
                AddRow(sum, rows[text], weight);
            return sum;
        })];
    }

    /// <summary>The mean cosine between the sentences' vectors and those of the teacher.</summary>
    public static double Cosine(int[][] texts, float[][] targets, float[][] pieces) => Means(texts, pieces)
        .Zip(targets, (mean, target) =>
            Linear.Dot(mean, target) / Math.Max(1e-9, Math.Sqrt(Linear.Dot(mean, mean) * (double)Linear.Dot(target, target))))
        .Average();

    private static float[][] Means(int[][] texts, float[][] pieces) => [.. texts.AsParallel().AsOrdered().Select(text =>
    {
        var sum = new float[pieces[0].Length];
        foreach (var piece in text)
            AddRow(sum, pieces[piece], 1f / text.Length);
        return sum;
    })];

    private static List<(int Text, float Weight)>[] Uses(int[][] texts, int count)
    {
        var uses = Enumerable.Range(0, count).Select(_ => new List<(int, float)>()).ToArray();
        for (var text = 0; text < texts.Length; text++)
        {
            foreach (var group in texts[text].CountBy(piece => piece))
                uses[group.Key].Add((text, (float)group.Value / texts[text].Length));
        }

        return uses;
    }

    /// <summary>The one factor that brings all rows closest to the targets.</summary>
    private static Func<int, float> Factor(float[][] rows, float[][] targets)
    {
        var factor = (float)(rows.Zip(targets, (row, target) => (double)Linear.Dot(row, target)).Sum()
            / rows.Sum(row => (double)Linear.Dot(row, row)));
        return _ => factor;
    }

    private static float[][] Difference(float[][] left, float[][] right) =>
        [.. left.Zip(right, (x, y) => x.Zip(y, (a, b) => a - b).ToArray())];

    private static float[][] Zeros(float[][] like) => [.. like.Select(row => new float[row.Length])];

    private static float[][] Times(float[][] rows, float[] factors) =>
        [.. rows.Zip(factors, (row, factor) => row.Select(x => x * factor).ToArray())];

    private static float[] Repeat(float value, int count) => [.. Enumerable.Repeat(value, count)];

    private static float[] Ratio(float[] left, float[] right) => [.. left.Zip(right, (x, y) => x / MathF.Max(1e-20f, y))];

    /// <summary>The scalar product of each pair of columns.</summary>
    private static float[] Products(float[][] left, float[][] right)
    {
        var sums = new double[left[0].Length];
        for (var row = 0; row < left.Length; row++)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] += left[row][i] * right[row][i];
        }

        return [.. sums.Select(sum => (float)sum)];
    }

    private static void Add(float[][] rows, float[][] others, float[] factors)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            for (var i = 0; i < factors.Length; i++)
                rows[row][i] += factors[i] * others[row][i];
        }
    }

    private static void AddRow(float[] row, float[] other, float factor)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] += factor * other[i];
    }
}
