namespace Isthmus.Functions.Console;

/// <summary>One file of the operators' page.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="ContentType">What browsers take it for.</param>
/// <param name="Tag">Changes with the content; a quoted entity tag.</param>
public sealed record ConsoleFile(byte[] Bytes, string ContentType, string Tag);
