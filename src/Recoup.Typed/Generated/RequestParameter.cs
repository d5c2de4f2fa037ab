namespace Recoup.Typed.Generated;

internal readonly record struct RequestParameter(RequestParameterPlace Place, string Name, string Value);

internal enum RequestParameterPlace
{
    Path,
    Query,
    Header,
}
