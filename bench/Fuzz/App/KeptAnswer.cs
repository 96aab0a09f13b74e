namespace Isthmus.Fuzz;

/// <summary>A vendor's answer that was once given.</summary>
/// <param name="Shape">To what kind of call.</param>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record KeptAnswer(string Shape, int Status, string Body);
