namespace Isthmus.Cli.Csv;

/// <summary>A file that cannot be read; says the line, counted from 1, and what is wrong there.</summary>
internal sealed class CsvException(int line, string problem) : Exception($"line {line}: {problem}")
{
    public int Line => line;
}
