namespace Recoup.Generators;

internal static class Placeholder;
