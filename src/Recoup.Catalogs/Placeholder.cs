namespace Recoup.Catalogs;

internal static class Placeholder;
