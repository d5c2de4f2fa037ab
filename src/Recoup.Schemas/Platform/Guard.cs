using System.Runtime.CompilerServices;

namespace Recoup.Schemas.Platform;

/// <summary>Argument checks that .NET Standard 2.0 lacks.</summary>
internal static class Guard
{
    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);
}
