namespace Recoup.Emulator;

internal static class Placeholder;
