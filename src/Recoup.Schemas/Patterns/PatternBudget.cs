namespace Recoup.Schemas.Patterns;

/// <summary>Counts the steps of one comparison, and ends it if it takes too many.</summary>
internal sealed class PatternBudget(int steps)
{
    private int _steps = steps;

    /// <exception cref="PatternException">No steps are left.</exception>
    public void Charge(int steps)
    {
        _steps -= steps;
        if (_steps < 0)
            throw Exhausted();
    }

    public static PatternException Exhausted() => new(0, "expected patterns that can be compared in fewer steps");
}
