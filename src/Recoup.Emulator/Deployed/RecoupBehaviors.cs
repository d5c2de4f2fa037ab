using System.Collections;

namespace Recoup.Emulator;

/// <summary>
/// Both behaviors as test data, so that a test runs once under each: <c>[Theory, ClassData(typeof(RecoupBehaviors))]</c> in xUnit,
/// <c>[TestCaseSource(typeof(RecoupBehaviors))]</c> in NUnit. The test method takes an <see cref="ApiBehavior"/>.
/// </summary>
public sealed class RecoupBehaviors : IEnumerable<object[]>
{
    /// <inheritdoc/>
    public IEnumerator<object[]> GetEnumerator()
    {
        yield return [ApiBehavior.Documented];
        yield return [ApiBehavior.Deployed];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
