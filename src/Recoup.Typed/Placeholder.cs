namespace Recoup.Typed;

internal static class Placeholder;
