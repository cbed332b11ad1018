namespace Practices.Search.Queries;

/// <summary>
/// Finds where the words of a phrase stand together in one text. Give each slot the positions of its words, less the slot's offset, ascending;
/// the words stand in their places where all slots have the same number.
/// <para>
/// For each number p at which a slot has a word, every slot's nearest word from p on is taken; where the farthest of them is no more than the slop
/// away, that is a window, and the way to the farthest its distance. The order of the words matters only so far as changing it costs slop.
/// </para>
/// </summary>
internal sealed class PhraseWindows
{
    private readonly List<int>[] _slots;
    private readonly int[] _at;
    private int _start = int.MinValue;

    public PhraseWindows(int slots)
    {
        _slots = new List<int>[slots];
        for (var slot = 0; slot < slots; slot++) _slots[slot] = [];
        _at = new int[slots];
    }

    /// <summary>How far the farthest word of the window is from its place.</summary>
    public int Distance { get; private set; }

    /// <summary>Which of a slot's words is in the window: its index in the list.</summary>
    public int At(int slot) => _at[slot];

    /// <summary>The positions of a slot; to be filled in ascending order.</summary>
    public List<int> this[int slot] => _slots[slot];

    /// <summary>Empties every slot, for another text.</summary>
    public void Clear()
    {
        foreach (var slot in _slots) slot.Clear();
        Array.Clear(_at);
        _start = int.MinValue;
    }

    /// <summary>Goes to the next window.</summary>
    public bool MoveNext(int slop)
    {
        while (true)
        {
            var nearest = int.MaxValue;
            var farthest = int.MinValue;
            for (var slot = 0; slot < _slots.Length; slot++)
            {
                var words = _slots[slot];
                while (_at[slot] < words.Count && words[_at[slot]] <= _start) _at[slot]++;
                if (_at[slot] == words.Count) return false;
                nearest = Math.Min(nearest, words[_at[slot]]);
                farthest = Math.Max(farthest, words[_at[slot]]);
            }

            _start = nearest;
            Distance = farthest - nearest;
            if (Distance <= slop) return true;
        }
    }
}
