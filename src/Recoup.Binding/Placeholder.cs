namespace Recoup.Binding;

internal static class Placeholder;
