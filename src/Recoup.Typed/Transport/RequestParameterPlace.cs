namespace Recoup.Typed.Transport;

internal enum RequestParameterPlace
{
    Path,
    Query,
    Header,
}
