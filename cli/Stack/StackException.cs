namespace Isthmus.Cli.Stack;

/// <summary>Something outside the program is in the way; the message says what, and the cure.</summary>
internal sealed class StackException(string problem, string cure) : Exception($"{problem}\n  Cure: {cure}");
